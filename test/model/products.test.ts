import { expect, test } from 'vitest';
import { coversProduct, isKnownProduct } from '@sup/model';

test.each([
    ['Windows 7', 'windows 7', true],
    ['Windows', 'Windows 7', true],
    ['WINDOWS', 'windows server 2008 r2', true],
    ['Office', 'Windows 7', false],
    ['Windows 7', 'Windows', false],
    ['Contoso Reader', 'contoso reader', true]
])('the choice of %s covers %s: %s', (chosen, product, covers) => {
    expect(coversProduct(chosen, product)).toBe(covers);
});

test('knows products and families in any case', () => {
    expect(['Windows 7', 'office', 'SQL server 2008', 'Local Publisher'].every(isKnownProduct)).toBe(true);
    expect(isKnownProduct('Windws 7')).toBe(false);
});
