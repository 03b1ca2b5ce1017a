import type { ValueType } from '../../syntax/catalogue/value-types.js';
import { quoteString } from '../../syntax/parser/value-converter.js';
import { nearest } from '../../syntax/nearest.js';
import type { Item, ValuePart } from '../../syntax/tree/items.js';
import { usualLink, usualRelease, usualSchedule } from './usual-spellings.js';

/** Longer values are not typing errors, and some repairs take time quadratic in the length of the value. */
const maxLength = 2_000;

const units = new Map(['kbps', 'Mbps', 'Gbps', 'ms', 'MB', 'GB'].map(unit => [unit.toLowerCase(), unit]));

/** Corrections of common ways to write a value that the language does not read as intended. */
const repairs: readonly ((written: string) => string)[] = [
    written => written.replace(/"((?:[^"]|"")*)"/g, (_, text: string) => text.replaceAll('""', '"')),
    written => partsOf(written).map(item => item.length > 1 && item.every(part => part.kind !== 'text') ? quoteString(item.map(part => part.text).join(' ')) : textOf(item)).join(', '),
    written => partsOf(written).map(item => item.length === 1 && item[0]!.kind === 'time' ? quoteString(item[0]!.text) : textOf(item)).join(', '),
    written => written.replace(/([0-9])[ \t]*(kbps|mbps|gbps|ms|mb|gb)\b/gi, (_, digit: string, unit: string) => `${digit} ${units.get(unit.toLowerCase())!}`),
    written => written.replace(/([0-9]+)[ \t]*(w|d|h|m)(?:eeks?|ays?|ours?|rs?|inutes?|ins?)?(?![a-z])/gi, (_, count: string, unit: string) => `${count}${unit.toLowerCase()} `).trimEnd(),
    written => written.replace(/([0-9]),[ \t]?([0-9]{3})\b/g, '$1$2'),
    written => written.replace(/([0-9])(?:[ \t]+|:)([0-9])/g, '$1, $2'),
    written => written.replace(/\b(intranet|internet)[ \t]+([0-9]+)/g, '$2 $1'),
    written => `every ${written}`,
    usualSchedule,
    usualRelease,
    usualLink
];

/** Readable spellings of a value, the likeliest first, at most three. */
export function likelyValues<T>(type: ValueType<T>, written: string): readonly string[] {
    if (written.length > maxLength) {
        return [];
    }
    const isReadable = (candidate: string): boolean => candidate !== written && type.read(partsOf(candidate)) !== undefined;
    const readable = [...written === 'internet' ? ['intranet, internet'] : [], ...similar(type, written), ...repairs.map(repair => repair(written)), similarByItem(type, written)].filter(isReadable);
    const likely = [...new Set(readable.length > 0 ? readable : repairs.map(repair => repair(written.toLowerCase())).filter(isReadable))].slice(0, 3);
    return likely.length === 0 && type.isClosed && type.suggestions.length <= 3 ? type.suggestions : likely;
}

/** Suggestions with a similar spelling and the same digits. */
function similar<T>(type: ValueType<T>, written: string): readonly string[] {
    const plain = repairs[0]!(written).toLowerCase();
    const begun = type.suggestions.filter(each => plain.length > 1 && each.toLowerCase().startsWith(plain));
    return [...nearest(plain, type.suggestions), ...begun].filter(each => digitsOf(each) === digitsOf(plain));
}

/** The value with each unreadable item replaced by the suggestion with the most similar spelling. */
function similarByItem<T>(type: ValueType<T>, written: string): string {
    return partsOf(written).map(item => type.read([item]) === undefined ? similar(type, textOf(item))[0] ?? textOf(item) : textOf(item)).join(', ');
}

function digitsOf(text: string): string {
    return text.replace(/[^0-9]/g, '');
}

/** Splits the text of a value into items as the parser would. */
function partsOf(written: string): readonly Item[] {
    const items: ValuePart[][] = [[]];
    for (const [token] of written.matchAll(/"[^"]*(?:""[^"]*)*"?|,|[0-9]{1,2}:[0-9]{2}(?![0-9])|[^\s",]+/g)) {
        if (token === ',') {
            items.push([]);
        } else if (token.startsWith('"')) {
            items.at(-1)!.push({ kind: 'text', text: token.slice(1, -1).replaceAll('""', '"') });
        } else {
            items.at(-1)!.push({ kind: token.includes(':') ? 'time' : 'word', text: token });
        }
    }
    return items;
}

function textOf(item: Item): string {
    return item.map(part => part.kind === 'text' ? quoteString(part.text) : part.text).join(' ');
}
