package hotline.flow;

import java.util.List;

/** A YAML document whose every part knows where it is written. */
public sealed interface Tree {
    Place place();

    record Text(String value, Place place) implements Tree {}

    record Items(List<Tree> items, Place place) implements Tree {}

    record Fields(List<Field> fields, Place place) implements Tree {}

    record Field(Text key, Tree value) {}
}
