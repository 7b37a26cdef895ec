package hotline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void the_right_password_is_right_and_no_other() {
        String hash = passwords.hash("kucing hitam 7");
        assertThat(passwords.matches("kucing hitam 7", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("kucing hitam 8", Optional.of(hash))).isFalse();
        assertThat(passwords.matches("kucing hitam 7", Optional.empty())).isFalse();
    }

    @Test
    void the_hash_names_its_parameters_and_has_a_salt() {
        String hash = passwords.hash("kucing hitam 7");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("kucing hitam 7")).isNotEqualTo(hash);
    }

    @Test
    void a_hash_made_with_other_parameters_is_still_understood() {
        String older = Password.hash("kucing")
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(8_192, 1, 1, 32, Argon2.ID))
                .getResult();
        assertThat(passwords.matches("kucing", Optional.of(older))).isTrue();
    }
}
