import { counted, number } from '@sup/model';
import type { SceneSite } from './scene.js';
import { supplyText } from './supply.js';

/** The clients of a site: `6,340 clients, 900 more on the Internet`, `unknown number of clients`. Empty without clients. */
export function clientsText({ intranet, internet, isIncomplete }: SceneSite['clients']): string {
    if (isIncomplete) {
        return intranet + internet === 0 ? 'unknown number of clients' : `at least ${counted(intranet + internet, 'client')}`;
    }
    const onInternet = internet === 0 ? '' : intranet === 0 ? `${counted(internet, 'client')} on the Internet` : `${number(internet)} more on the Internet`;
    return [intranet > 0 ? counted(intranet, 'client') : '', onInternet].filter(Boolean).join(', ');
}

/** The description of a site for screen readers: `Bergen, BER, secondary site below OSL, 240 clients, replica of OSLSUP01, 2 problems`. */
export function sentenceOf(site: Omit<SceneSite, 'sentence'>, parentCode: string | undefined): string {
    const { title, code, kind, apart, clients, supply, unknowns, problems } = site;
    const position = apart !== undefined ? `outside the tree (${apart})` : parentCode === undefined ? 'at the top' : `below ${parentCode}`;
    return [
        title, code, `${kind ?? 'site of unknown kind'}${kind ? ' site' : ''} ${position}`,
        clientsText(clients) || 'no clients', supplyText(supply), unknowns.length > 0 ? counted(unknowns.length, 'unknown value') : undefined, problems.length > 0 ? counted(problems.length, 'problem') : undefined
    ].filter(Boolean).join(', ');
}
