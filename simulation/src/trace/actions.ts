import type { Action, ConnectionEnd, Drift, Target } from '@sup/model';

/** Describes an action of a scenario as a sentence without the final period. */
export function actionText(action: Action): string {
    switch (action.kind) {
        case 'fail': return `${targetText(action.target)} ${failing[action.target.kind] ?? 'fails'}`;
        case 'restore': return `${targetText(action.target)} ${working[action.target.kind] ?? 'works'} again`;
        case 'set': return `An administrator sets ${settingNames[action.change.setting]} of WSUS on ${action.server} to ${valueText(action.change)}`;
        case 'synchronize': return `An administrator runs synchronization at ${action.site}`;
        case 'import': return `An administrator imports updates on ${action.server}`;
        case 'publish': return `Microsoft Update publishes ${action.update}${action.languages ? ` in ${action.languages.join(', ')}` : ''}`;
        case 'expire': return `Microsoft Update expires ${action.update}`;
        case 'withdraw': return `Microsoft Update no longer offers the product ${action.product}`;
        case 'policy': return action.url === undefined ? 'A Group Policy is removed' : `A Group Policy names ${action.url}`;
    }
}

const failing: Partial<Record<Target['kind'], string>> = { server: 'stops', connection: 'is blocked' };
const working: typeof failing = { server: 'starts' };

const settingNames: Readonly<Record<Drift['setting'], string>> = {
    ports: 'the ports', ssl: 'SSL', replica: 'the replica setting', source: 'the synchronization source',
    products: 'the products', classifications: 'the classifications', languages: 'the languages', proxy: 'the proxy server'
};

function valueText(change: Drift): string {
    switch (change.setting) {
        case 'ports': return `${change.value.http}${change.value.https === undefined ? '' : `, ${change.value.https}`}`;
        case 'ssl': return change.value;
        case 'replica': return change.value ? 'yes' : 'no';
        case 'source': return change.value.kind === 'server' ? change.value.server : 'Microsoft Update';
        case 'products':
        case 'classifications':
        case 'languages': return change.value.join(', ');
        case 'proxy': return change.value ?? 'none';
    }
}

/** Describes the target of a failure as the subject of a sentence. */
export function targetText(target: Target): string {
    switch (target.kind) {
        case 'microsoft-update': return 'Microsoft Update';
        case 'link': return `The link of ${target.site} to its parent`;
        case 'connection': return `The connection between ${target.ends.map(endText).join(' and ')}`;
        case 'server': return target.name;
        case 'wsus': return `WSUS on ${target.name}`;
        case 'certificate': return `The certificate of ${target.name}`;
        case 'proxy': return `The proxy server of ${target.name}`;
        case 'content-share': return `The content share of ${target.name}`;
    }
}

function endText({ kind, name }: ConnectionEnd): string {
    return kind === 'site' ? `the computers of ${name}` : kind === 'clients' ? `the clients "${name}"` : name;
}
