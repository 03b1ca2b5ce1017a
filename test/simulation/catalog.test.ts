import { describe, expect, test } from 'vitest';
import { type Catalog, emptyCatalog, isChanged, MicrosoftUpdate, type Subscription } from '../../simulation/src/world/catalog.js';

const day = 24 * 60;
const everything: Subscription = { products: undefined, classifications: undefined, languages: undefined, wsus: undefined };

function microsoftUpdate(...names: readonly string[]): MicrosoftUpdate {
    const source = new MicrosoftUpdate(day, 0);
    names.forEach(name => publish(source, name));
    return source;
}

function publish(source: MicrosoftUpdate, name: string, more: Partial<{ product: string; classification: string; languages: readonly string[]; expired: boolean }> = {}): void {
    source.updates.set(name, { name, product: undefined, classification: undefined, languages: undefined, expired: false, ...more });
}

const held = (catalog: Catalog): string[] => [...catalog.updates.values()].map(({ name, expired }) => expired ? `${name} expired` : name);

describe('Microsoft Update', () => {
    test('Microsoft Update publishes at a fixed interval', () => {
        const source = microsoftUpdate();
        expect([0, day - 1, day, 10 * day].map(time => source.revisionAt(time))).toEqual([1, 1, 2, 11]);
    });
});

describe('a full synchronization', () => {
    test('a full synchronization adds new updates and changes known ones', () => {
        const source = microsoftUpdate('A', 'B');
        const before = source.read(emptyCatalog, everything, 'full', 0);
        publish(source, 'A', { expired: true });
        publish(source, 'C');
        const after = source.read(before, everything, 'full', day);
        expect(held(before)).toEqual(['A', 'B']);
        expect(held(after)).toEqual(['A expired', 'B', 'C']);
        expect(after.revision).toBe(2);
    });

    test('a full synchronization adds an update that expired before the first synchronization', () => {
        const source = microsoftUpdate();
        publish(source, 'A', { expired: true });
        expect(held(source.read(emptyCatalog, everything, 'full', 0))).toEqual(['A expired']);
    });
});

test('a delta synchronization adds new updates, but no expired ones and no expirations', () => {
    const source = microsoftUpdate('A');
    const before = source.read(emptyCatalog, everything, 'full', 0);
    publish(source, 'A', { expired: true });
    publish(source, 'B', { expired: true });
    publish(source, 'C');
    expect(held(source.read(before, everything, 'delta', day))).toEqual(['A', 'C']);
});

describe('a subscription', () => {
    const source = microsoftUpdate();
    publish(source, 'office', { product: 'Office 2007', classification: 'Security Updates' });
    publish(source, 'windows', { product: 'Windows 7', classification: 'Updates' });
    publish(source, 'unnamed');
    const read = (subscription: Partial<Subscription>): string[] => held(source.read(emptyCatalog, { ...everything, ...subscription }, 'full', 0));

    test('a subscription with products includes their updates and those without a product', () => {
        expect(read({ products: ['Office 2007'] })).toEqual(['office', 'unnamed']);
        expect(read({ products: ['office'] })).toEqual(['office', 'unnamed']);
        expect(read({ products: ['WINDOWS'] })).toEqual(['windows', 'unnamed']);
    });

    test('a subscription with classifications includes only their updates', () => {
        expect(read({ classifications: ['Updates'] })).toEqual(['windows', 'unnamed']);
    });

    test('a subscription with languages excludes updates in other languages only', () => {
        const some = microsoftUpdate('all');
        publish(some, 'German', { languages: ['de'] });
        publish(some, 'Nordic', { languages: ['nb', 'sv'] });
        expect(held(some.read(emptyCatalog, { ...everything, languages: ['en', 'nb'] }, 'full', 0))).toEqual(['all', 'Nordic']);
    });

    test('a subscription without products or classifications leaves the catalog unchanged', () => {
        expect(read({ products: [] })).toEqual([]);
        expect(source.read(emptyCatalog, { ...everything, classifications: [] }, 'full', 9 * day)).toEqual(emptyCatalog);
    });

    test('a subscription excludes updates for Windows 7 if the WSUS version is too old for them', () => {
        expect(read({ wsus: '3.0 SP1' })).toEqual(['office', 'unnamed']);
        expect(read({ wsus: '3.0 SP2' })).toEqual(['office', 'windows', 'unnamed']);
    });

    test('a subscription still updates known updates that it no longer includes', () => {
        const before = source.read(emptyCatalog, everything, 'full', 0);
        publish(source, 'office', { product: 'Office 2007', classification: 'Security Updates', expired: true });
        expect(held(source.read(before, { ...everything, products: ['Windows 7'] }, 'full', 0))).toEqual(['office expired', 'windows', 'unnamed']);
    });
});

test('a catalog counts as changed if its revision or an update differs', () => {
    const source = microsoftUpdate('A');
    const before = source.read(emptyCatalog, everything, 'full', 0);
    expect(isChanged(before, source.read(before, everything, 'full', 0))).toBe(false);
    expect(isChanged(before, source.read(before, everything, 'full', day))).toBe(true);
    publish(source, 'A', { expired: true });
    expect(isChanged(before, source.read(before, everything, 'full', 0))).toBe(true);
});
