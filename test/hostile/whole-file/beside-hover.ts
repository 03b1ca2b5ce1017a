import { expect } from 'vitest';
import type { MeasuredServer } from '../../support/measured-server.js';
import type { JsonRpcMessage } from '../../support/transport.js';
import { byRunLength } from '../../support/run-length.js';
import { hostileDocuments, type HostileDocument } from './documents.js';

/** The characters of a hostile document. */
export const size = 100_000;
/** The characters of the longest answer about it. */
const maxAnswer = 2_000_000;

/** The URI of the hostile document. */
export const uri = 'file:///nowhere/hostile.sup';
/** The URI of the document in which the user works. */
const other = 'file:///nowhere/other.sup';

/** The documents to try: all of them, or some that depend on the day of the month. */
export function documentsOfToday(short: number): readonly HostileDocument[] {
    const first = new Date().getDate() * 7;
    const some = Array.from({ length: short }, (_, i) => hostileDocuments[(first + i * 13) % hostileDocuments.length]!);
    return byRunLength({ short: some, long: [...hostileDocuments] });
}

export function openOther(server: MeasuredServer): Promise<void> {
    return server.open(other, 'hierarchy Other\ncentral site OTH {\n  mode: native\n}\n');
}

/** Sends a request and a hover in the other document right after it. Expects that the hover is answered first, and returns the answer to the request. */
export async function besideHover(server: MeasuredServer, method: string, params: object): Promise<JsonRpcMessage> {
    const hover = { textDocument: { uri: other }, position: { line: 2, character: 3 } };
    const order: string[] = [];
    const ask = (name: string, about: object): Promise<JsonRpcMessage> => server.request(name, about).answer.then(answer => {
        order.push(name);
        return answer;
    });
    const [asked, hovered] = server.together(() => [ask(method, params), ask('textDocument/hover', hover)]);
    const [answer, { result }] = await Promise.all([asked, hovered]);
    expect(order).toEqual(['textDocument/hover', method]);
    expect(result).not.toBeNull();
    expect(JSON.stringify(answer).length, method).toBeLessThan(maxAnswer);
    return answer;
}
