package io.breakwater.platform.owner;

/**
 * What one run found.
 *
 * @param checked entries of the owner
 * @param mended stored ones that said something else, or were missing, or that the owner does not know
 * @param refused the owner's entries that were not taken: unreadable, or their evidence does not show what they say
 */
public record ResyncReport(long checked, long mended, long refused) {

    /** Nothing was looked at. */
    public static final ResyncReport NONE = new ResyncReport(0, 0, 0);

    public ResyncReport plus(ResyncReport other) {
        return new ResyncReport(checked + other.checked, mended + other.mended, refused + other.refused);
    }
}
