import { expect, test, vi } from 'vitest';
import { EmptyFileSystem, URI } from 'langium';
import { fileLimits } from '@sup/model';
import { createSupServices } from '@sup/language';
import type { SupDocumentFactory } from '../../language/src/analysis/workspace/document-factory.js';
import { diagnosticsInChunks } from '../../language/src/linter/document-validator.js';
import type { ChunkedWork } from '../../language/src/syntax/chunked-work.js';
import { countTokens } from '../../language/src/syntax/segments/token-count.js';
import { byRunLength } from '../support/run-length.js';
import { hostileDocuments } from '../hostile/whole-file/documents.js';

// Other requests are served between the chunks of an analysis. Most of the time of a chunk is that of the slower parser, so the tokens that it reads are counted.

const size = 100_000;
const names = ['internet software update points', 'values that are not valid', 'misplaced properties', 'keys on lines', 'items of a list', 'accepted risks', 'sentences about unknown servers', 'unclosed blocks'];
const documents = hostileDocuments.filter(({ name }) => byRunLength({ short: names.includes(name), long: true }));

test.each(documents)('analyzes 100 KB of $name in short chunks', ({ make }) => {
    const { Sup, shared } = createSupServices(EmptyFileSystem);
    const { LangiumParser } = Sup.parser;
    let tokens = 0;
    const parse = LangiumParser.parse.bind(LangiumParser);
    vi.spyOn(LangiumParser, 'parse').mockImplementation((text, options) => {
        tokens += countTokens(text);
        return parse(text, options) as never;
    });
    let most = 0;
    const measured = <T>(work: ChunkedWork<T>): T => {
        for (;;) {
            tokens = 0;
            const step = work.next();
            most = Math.max(most, tokens);
            if (step.done) {
                return step.value;
            }
        }
    };
    const document = measured((shared.workspace.LangiumDocumentFactory as SupDocumentFactory).fromStringInChunks(make(size), URI.parse('file:///nowhere/plan.sup')));
    shared.workspace.LangiumDocuments.addDocument(document);
    measured(diagnosticsInChunks(document, Sup.linter));
    expect(most).toBeLessThanOrEqual(fileLimits.tokensOfSlowSegment + 10);
});
