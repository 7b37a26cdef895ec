package hotline.flow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What the header of a recording says. The carrier plays WAV files and turns them into the telephone's 8000 samples a second
 * (https://www.twilio.com/docs/voice/twiml/play); a phone knows one channel only.
 *
 * @param wrong what the carrier could not play; empty when it is right
 */
record AudioFile(Optional<Phrase> wrong) {
    /** The header is within the first part of the file. */
    static final int HEADER = 4_096;

    private static final int PCM = 1;
    private static final Set<Integer> G711 = Set.of(6, 7);
    private static final int LONGEST_CHUNK = 1 << 20;

    /** @param start the first {@value #HEADER} bytes, or fewer if there are no more */
    static AudioFile read(byte[] start) {
        ByteBuffer in = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < 12 || !name(in).equals("RIFF")) {
            return wrong(Phrase.of("recording.not-wav"));
        }
        in.getInt();
        if (!name(in).equals("WAVE")) {
            return wrong(Phrase.of("recording.not-wav"));
        }
        while (in.remaining() >= 8) {
            String chunk = name(in);
            int length = in.getInt();
            if (chunk.equals("fmt ") && length >= 16 && in.remaining() >= 16) {
                return format(in);
            }
            if (length < 0 || length > LONGEST_CHUNK || length + (length & 1) > in.remaining()) {
                break;
            }
            in.position(in.position() + length + (length & 1));
        }
        return wrong(Phrase.of("recording.no-format"));
    }

    private static AudioFile format(ByteBuffer in) {
        int encoding = Short.toUnsignedInt(in.getShort());
        int channels = Short.toUnsignedInt(in.getShort());
        int rate = in.getInt();
        in.getInt();
        in.getShort();
        int bits = Short.toUnsignedInt(in.getShort());
        boolean playable = (encoding == PCM && (bits == 8 || bits == 16)) || (G711.contains(encoding) && bits == 8);
        if (!playable) {
            return wrong(Phrase.of("recording.encoding", encoding, bits));
        }
        if (channels != 1) {
            return wrong(Phrase.of("recording.channels", channels));
        }
        if (rate < 8_000 || rate > 48_000) {
            return wrong(Phrase.of("recording.rate", rate));
        }
        return new AudioFile(Optional.empty());
    }

    private static AudioFile wrong(Phrase what) {
        return new AudioFile(Optional.of(what));
    }

    private static String name(ByteBuffer in) {
        byte[] name = new byte[4];
        in.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
