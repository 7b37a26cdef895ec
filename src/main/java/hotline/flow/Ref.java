package hotline.flow;

/** A name used in a flow's file, and where. */
public record Ref(String name, Place place) {
    @Override
    public String toString() {
        return name;
    }
}
