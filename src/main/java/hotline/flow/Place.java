package hotline.flow;

/**
 * Where something is written, for whoever has to mend it.
 *
 * @param file path within the folder of flows, as {@code prompts/id.yaml}
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
