package hotline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the shape that docs/architecture.md describes. */
class ArchitectureTest {
    /** Each package may use only those before it. */
    private static final List<String> ORDER = List.of(
            "phone",
            "store",
            "flow",
            "publish",
            "graph",
            "incident",
            "order",
            "ticket",
            "message",
            "agent",
            "queue",
            "call",
            "report",
            "twilio",
            "web",
            "exchange",
            "rehearsal");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/gg/jte/generated/"))
            .importPackages("hotline");

    @Test
    void the_list_of_packages_is_the_one_in_the_code() {
        Set<String> found = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("hotline."))
                .map(name -> name.split("\\.")[1])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isEqualTo(new TreeSet<>(ORDER));
    }

    @Test
    void each_package_uses_only_those_before_it() {
        for (int i = 0; i < ORDER.size(); i++) {
            String[] later = Stream.concat(
                            ORDER.subList(i + 1, ORDER.size()).stream().map(name -> "hotline." + name + ".."),
                            Stream.of("hotline"))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("hotline." + ORDER.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .check(CLASSES);
        }
    }

    @Test
    void only_the_package_twilio_knows_the_carriers_library() {
        noClasses()
                .that(resideInAPackage("hotline..")
                        .and(resideInAPackage("hotline.twilio..").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.twilio..")
                .check(CLASSES);
    }

    @Test
    void the_exchange_shares_nothing_with_what_it_checks() {
        classes()
                .that()
                .resideInAPackage("hotline.exchange..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("hotline.exchange..", "hotline.phone..")
                        .or(resideInAPackage("hotline..").negate()))
                .check(CLASSES);
    }

    @Test
    void phone_and_flow_know_no_database_and_no_network() {
        noClasses()
                .that()
                .resideInAnyPackage("hotline.phone..", "hotline.flow..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..", "java.net..", "io.javalin..", "hotline.store..")
                .check(CLASSES);
    }

    @Test
    void time_is_an_argument_everywhere_but_in_the_root() {
        for (Class<?> type : List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("hotline")
                    .should()
                    .callMethod(type, "now")
                    .check(CLASSES);
        }
        // The exchange stands for the world outside, where time passes by itself.
        noClasses()
                .that()
                .resideOutsideOfPackages("hotline", "hotline.exchange..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }
}
