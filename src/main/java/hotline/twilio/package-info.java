/**
 * The carrier: its signed webhooks in, TwiML out, and requests to its REST API. The only package that knows Twilio; it decides
 * nothing about a call, keeps no state, and prints no number, text or secret.
 */
@NullMarked
package hotline.twilio;

import org.jspecify.annotations.NullMarked;
