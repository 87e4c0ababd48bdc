/** A command that cannot be meant so; the message is one sentence. */
export class UsageError extends Error {}
