package hotline.agent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;

/**
 * One row of the audit trail.
 *
 * @param seq its place in the trail, from 1, without gaps
 * @param who the username, or what acted: {@code api}, {@code terminal}
 * @param action what was done, as {@code sign-in} or {@code agent-changed}
 * @param object what it was done to, as {@code agent:budi}
 * @param detail what else there is to know; never a secret, phone numbers masked
 * @param prevHash the hash of the row before
 * @param hash of all of the above
 */
public record AuditEntry(
        long seq,
        Instant recordedAt,
        String who,
        String action,
        String object,
        String detail,
        String prevHash,
        String hash) {
    static final String COLUMNS = "seq, recorded_at, who, action, object, detail, prev_hash, hash";

    static AuditEntry map(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("action"),
                row.getString("object"),
                row.getString("detail"),
                row.getString("prev_hash"),
                row.getString("hash"));
    }

    /** Whether the hash is that of the rest. */
    boolean isWhole() {
        return hash.equals(hashOf(seq, recordedAt, List.of(who, action, object, detail, prevHash)));
    }

    /** Each part with its length before it, so that no two rows read the same. */
    static String hashOf(long seq, Instant recordedAt, List<String> parts) {
        MessageDigest digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(20)
                .putLong(seq)
                .putLong(recordedAt.getEpochSecond())
                .putInt(recordedAt.getNano())
                .array());
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
