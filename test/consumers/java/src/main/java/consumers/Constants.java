package consumers;

/** Prints the value of each constant of the package, or the name if it is a member of an enum. */
public final class Constants {
    public static void main(final String[] names) throws ReflectiveOperationException {
        for (final String name : names) {
            final String[] parts = name.split("\\.");
            final Class<?> owner = Class.forName("io.github.cdklightsail.distribution." + parts[0]);
            System.out.println(name + "=" + describe(owner.getField(parts[1]).get(null)));
        }
    }

    private static Object describe(final Object constant) throws ReflectiveOperationException {
        return constant instanceof Enum || constant instanceof String ? constant : constant.getClass().getMethod("getValue").invoke(constant);
    }

    private Constants() {
    }
}
