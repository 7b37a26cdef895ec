package hotline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not YAML is told where the author slipped, and in the author's words. */
class YamlMistakeTest {
    private static final String INDENTED = "this line is indented differently from the lines above it";

    private static String told(String source) {
        Problems problems = new Problems();
        new YamlReader("a.yaml", problems)
                .read(source.replace("/", "\n").replace("~", "\t").replace("_", " "));
        assertThat(problems.list()).hasSize(1);
        return problems.list().get(0).line() + ":" + problems.list().get(0).text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            a:/~b: c                        | 2:indent with spaces, not with a tab
            a: b/c: we say: no              | 2:a text with a colon and a space in it needs quotation marks around it
            a:b/c: d                        | 1:a space is missing after the colon
            a: b/c:d/e: f                   | 2:a space is missing after the colon
            a: b/hello there/c: d           | 2:this line has no `name: value`; if it goes on with the text above, indent it
            a: "hello/b: c/d: e             | 1:the quotation mark opened in line 1 is not closed
            a: 'hello/b: c/d: e             | 1:the quotation mark opened in line 1 is not closed
            a: b/c: "hello/d: e/f: "g h"/i: | 2:the quotation mark opened in line 2 is not closed
            a: b/c: "hello/d: "e: f"/i:     | 2:the quotation mark opened in line 2 is not closed
            a: {b: c, d: "hello}/e: "f"/g:  | 1:the quotation mark opened in line 1 is not closed
            a: 'we're sorry'                | 1:the text ended at the apostrophe before this; put double quotation marks around a text with apostrophes
            a: "say "x" now"                | 1:the text ended at the quotation mark before this; write \\" for one that is part of the text
            a: {b} is it                    | 1:a text that begins with a brace needs quotation marks around it
            a: {b: c/d: e/f: g              | 1:the brace opened in line 1 is not closed
            a:/__b: {c: d/__e: {f: g}       | 2:the brace opened in line 2 is not closed
            a: [b, c/d: e                   | 1:the bracket opened in line 1 is not closed
            a: {b: c                        | 1:the brace opened in line 1 is not closed
            a: {b: c, d: e: f}              | 1:a comma or the closing brace is missing before this, or quotation marks around a text with a comma or a colon in it
            a: {b: c}}                      | 1:this closing brace has no opening one
            a: [b]]                         | 1:this closing bracket has no opening one
            a: @x                           | 1:a text cannot begin with this character; put quotation marks around it
            a: , x                          | 1:a text cannot begin with this character; put quotation marks around it
            a: *x                           | 1:a text cannot begin with an asterisk; put quotation marks around it
            a: - b                          | 1:a text cannot begin with a dash; put quotation marks around it
            a: b/- c                        | 2:this line begins with a dash, and the lines above it do not
            - a/b: c                        | 2:this line has no dash in front, as the lines above it have
            a: >- hello/b: c                | 1:a text behind `>-` begins in the next line
            a: "x\\q"                       | 1:within quotation marks a backslash must be written twice
            a: {b: c, {d: e}: f}            | 1:a field's name must be plain text
            a: ? b                          | 1:not valid YAML: mapping keys are not allowed here
            """)
    void a_slip_is_told_where_it_is(String source, String told) {
        assertThat(told(source)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a:/__b: c/_d: e          | 3
            a:/__b: c/___d: e/__f: g | 3
            a:/____b: c/__d: e       | 3
            __a: b/c: d              | 2
            # x/a: b/# y//_c: d      | 5
            """)
    void a_line_that_is_not_indented_as_the_others_is_told(String source, int line) {
        assertThat(told(source)).startsWith(line + ":" + INDENTED);
    }
}
