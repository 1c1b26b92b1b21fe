/** How much a tenant takes. Texts are counted in Unicode code points. */

/** Characters of a configuration's name. [doc] */
export const LONGEST_CONFIGURATION_NAME = 40;
/** Device tags of one configuration. [doc] */
export const MOST_DEVICE_TAGS = 5;
/** Characters of a name: of an app, a group, a category, a location. No limit is published; this one is ours. */
export const LONGEST_NAME = 1024;
/** Characters of notes. No limit is published; this one is ours. */
export const LONGEST_NOTES = 4096;
