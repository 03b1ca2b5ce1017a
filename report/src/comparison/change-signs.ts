import type { ChangeKind } from '@sup/comparison';

/** A sign for each kind of change, as in pictures. */
export const changeSigns: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '−', moved: '→', changed: '~', consequence: '=' };
