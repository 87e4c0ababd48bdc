// How the markup of an element states a record, or single fields of one.

/** A record inside an element. */
export const JSON_CHILD = 'script[type="application/json"],script[type="application/vnd.citationstyles.csl+json"]';

/** Attributes with this prefix overrule one field each; the rest of the name is a CSL variable. */
export const FIELD_PREFIX = 'data-csl-';

/** Whether an attribute overrules a field. */
export const isFieldAttribute = (name) => name.startsWith(FIELD_PREFIX);
