package hotline.exchange;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A number that Hotline answers, with the addresses that one sets for it in Twilio's console
 * (https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource). All are requested with POST.
 *
 * @param number in E.164
 * @param voiceUrl "a call comes in"
 * @param voiceFallbackUrl "primary handler fails"
 * @param statusCallback "call status changes"
 * @param smsUrl "a message comes in"
 */
public record HotlineNumber(
        String number,
        URI voiceUrl,
        @Nullable URI voiceFallbackUrl,
        @Nullable URI statusCallback,
        @Nullable URI smsUrl) {}
