/** A message of the client, before it has a number. */
export interface Outgoing {
    readonly kind: 'request' | 'notification';
    readonly method: string;
    readonly params: unknown;
    /** Whether the server must refuse it, because its parameters are invalid for the method. */
    readonly isForged?: boolean;
}

export const request = (method: string, params: unknown): Outgoing => ({ kind: 'request', method, params });
export const forged = (method: string, params: unknown): Outgoing => ({ kind: 'request', method, params, isForged: true });
export const notification = (method: string, params: unknown): Outgoing => ({ kind: 'notification', method, params });
