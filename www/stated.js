// How an element says what is to be cited.

/** Where a record may stand inside an element. */
export const JSON_CHILD = 'script[type="application/json"],script[type="application/vnd.citationstyles.csl+json"]';

/** What an attribute's name begins with that overrules a field; a CSL variable follows. */
export const OVERRULES = 'data-csl-';

/** Whether an attribute overrules a field. */
export const isOverrule = (name) => name.startsWith(OVERRULES);
