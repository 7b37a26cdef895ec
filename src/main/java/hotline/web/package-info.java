/**
 * What people and programs reach over HTTP besides the carrier: the desk, sign-in, the API, health and metrics. It shows
 * and asks; what is decided is decided below, so nothing here changes a row but through a use case of another package.
 */
@NullMarked
package hotline.web;

import org.jspecify.annotations.NullMarked;
