import { expect, test } from 'vitest';
import { asSentence } from '@sup/model';

test.each([
    ['the order of the files differs', 'The order of the files differs.'],
    ['sites.csv is not UTF-8', 'sites.csv is not UTF-8.'],
    ['computer of A.corp.example: no access', 'Computer of A.corp.example: no access.']
])('writes the message %j as a sentence', (message, sentence) => {
    expect(asSentence(message)).toBe(sentence);
});
