import { fileLimits } from '@sup/model';
import type { AstNode, Mutable } from 'langium';
import * as ast from '../generated/ast.js';
import { make, type FastNode } from './nodes.js';
import { none, trimmed, ValueParser } from './value-parser.js';

export interface FastParseResult {
    readonly members: readonly (ast.Member & FastNode)[];
    /** The number of line breaks in the text. */
    readonly lines: number;
}

/** The body that a statement is in; undefined at the top level of the file. */
type Owner = ast.Body | undefined;

/** Parses statements in their plain form: the whole head on one line. */
export class StatementParser extends ValueParser {
    private depth = 0;

    parseAll(): FastParseResult {
        const members = this.members<ast.Member & FastNode>(undefined);
        this.require(this.isAt('end'));
        return { members, lines: this.scanner.lines };
    }

    private members<T extends ast.Member>(owner: Owner): T[] {
        const members: T[] = [];
        let mayBegin = true;
        while (this.isAt('word')) {
            const hasKey = this.isAtKey();
            this.require(mayBegin || this.scanner.beginsLine);
            const { start } = this.scanner;
            const member = (hasKey ? this.property(owner, members.length) : this.statement(owner, members.length)) as T & FastNode;
            member.$start = start;
            member.$end = this.scanner.previousEnd;
            // On the same line, only another property may follow a property, and a statement may follow another only after its braces.
            mayBegin = hasKey ? this.isAtKey() : 'body' in member && member.body !== undefined;
            members.push(member);
        }
        return trimmed(members);
    }

    private statement(owner: Owner, index: number): ast.Member {
        const keyword = this.word();
        switch (keyword as ast.SupKeywordNames) {
            case 'central':
            case 'primary':
            case 'secondary':
                this.take('site');
                return this.site(owner, index, keyword);
            case 'site':
                return owner ? this.siteServer(owner, index) : this.site(owner, index);
            case 'server':
                return this.withBody(this.named(this.head<ast.Server>(ast.Server.$type, owner, index)));
            case 'cluster':
                return this.withBody(this.named(this.head<ast.Cluster>(ast.Cluster.$type, owner, index)));
            case 'wsus':
                return this.wsus(owner, index);
            case 'software':
                return this.updatePoint(owner, index);
            case 'synchronization':
                return this.withBody(this.block<ast.Synchronization>(ast.Synchronization.$type, owner, index, keyword));
            case 'proxy':
                return this.withBody(this.block<ast.ProxyServer>(ast.ProxyServer.$type, owner, index, keyword));
            case 'assume':
                return this.withBody(this.block<ast.Assume>(ast.Assume.$type, owner, index, keyword));
            case 'clients':
                return this.clients(owner, index);
            case 'allow':
                return this.allow(owner, index);
            case 'at':
                return this.event(owner, index);
            case 'expect':
                return this.expectation(owner, index);
            case 'scenario':
                return this.scenario(owner, index);
            case 'hierarchy':
                this.require(!owner);
                return this.named(this.head<ast.HierarchyHeader>(ast.HierarchyHeader.$type, owner, index));
            default:
                return this.giveUp();
        }
    }

    private property(owner: Owner, index: number): ast.Property {
        const property = make<ast.Property>(ast.Property.$type, owner, 'members', index);
        property.key = this.word();
        this.scanner.next();
        this.values(property);
        return property;
    }

    private site(owner: Owner, index: number, kind?: string): ast.Site {
        // `site server` is another statement.
        this.require(!owner && !this.isNextWord('server'));
        const site = this.head<ast.Site>(ast.Site.$type, owner, index);
        if (kind) {
            site.kind = kind;
        }
        if (this.isNext('word') && !this.isNextWord('reports')) {
            site.name = this.word();
        }
        if (this.isNext('string')) {
            site.title = this.string();
        }
        site.parents = this.parents(site);
        return this.withBody(site);
    }

    private parents(site: ast.Site): ast.Site['parents'] {
        const parents: ast.Site['parents'] = [];
        if (this.isNextWord('reports')) {
            this.scanner.next();
            this.require(this.isNextWord('to'));
            do {
                // Skips `to`, then each comma.
                this.scanner.next();
                this.require(this.isNext('word') && !this.isNextWord('reports'));
                parents.push(this.reference(site));
            } while (this.isNext(','));
        }
        return trimmed(parents);
    }

    private siteServer(owner: Owner, index: number): ast.SiteServer {
        const siteServer = make<ast.SiteServer>(ast.SiteServer.$type, owner, 'members', index);
        siteServer.flag = 'site';
        this.take('server');
        return siteServer;
    }

    private wsus(owner: Owner, index: number): ast.WsusServer {
        const wsus = this.head<ast.WsusServer>(ast.WsusServer.$type, owner, index);
        wsus.version = this.wordsUpTo();
        return this.withBody(wsus);
    }

    private updatePoint(owner: Owner, index: number): ast.SoftwareUpdatePoint {
        this.take('update');
        this.take('point');
        const point = this.head<ast.SoftwareUpdatePoint>(ast.SoftwareUpdatePoint.$type, owner, index);
        point.role = 'software';
        if (this.isNext('word')) {
            point.state = this.word();
        }
        return this.withBody(point);
    }

    private clients(owner: Owner, index: number): ast.ClientGroup {
        const clients = this.block<ast.ClientGroup>(ast.ClientGroup.$type, owner, index, 'clients');
        if (this.isNext('string')) {
            clients.label = this.string();
        }
        return this.withBody(clients);
    }

    private allow(owner: Owner, index: number): ast.Allow {
        const allow = this.block<ast.Allow>(ast.Allow.$type, owner, index, 'allow');
        allow.rule = this.wordOfAllow();
        if (this.isNextWord('until')) {
            this.scanner.next();
            allow.until = this.wordOfAllow();
        }
        if (this.isNextWord('because')) {
            this.scanner.next();
            this.require(this.isNext('string'));
            allow.because = this.string();
        }
        return allow;
    }

    private wordOfAllow(): string {
        this.require(this.isNext('word') && !this.isNextWord('until') && !this.isNextWord('because'));
        return this.word();
    }

    private event(owner: Owner, index: number): ast.ScenarioEvent {
        const event = make<ast.ScenarioEvent>(ast.ScenarioEvent.$type, owner, 'members', index);
        event.block = 'at';
        event.time = this.phrase(event, 'time');
        this.require(this.isNext(':'));
        this.scanner.next();
        event.colon = true;
        event.action = this.phrase(event, 'action');
        return event;
    }

    private expectation(owner: Owner, index: number): ast.Expectation {
        const expectation = make<ast.Expectation>(ast.Expectation.$type, owner, 'members', index);
        expectation.block = 'expect';
        expectation.claim = this.phrase(expectation, 'claim');
        return expectation;
    }

    private scenario(owner: Owner, index: number): ast.Scenario {
        this.require(!owner && this.isNext('string'));
        const scenario = this.block<ast.Scenario>(ast.Scenario.$type, owner, index, 'scenario');
        scenario.title = this.string();
        scenario.duration = none;
        if (this.isNext('word')) {
            this.take('for');
            scenario.duration = this.wordsUpTo('for');
        }
        return this.withBody(scenario);
    }

    /** The words on the line, up to the word `last`. */
    private wordsUpTo(last?: string): string[] {
        const words: string[] = [];
        while (this.isNext('word') && this.scanner.image !== last) {
            words.push(this.word());
        }
        return trimmed(words);
    }

    private head<T extends ast.Head>(type: T['$type'], owner: Owner, index: number): Mutable<T> {
        const head = make<T>(type, owner, 'members', index);
        head.surplus = none;
        return head;
    }

    private block<T extends ast.Head & { block: string }>(type: T['$type'], owner: Owner, index: number, keyword: string): Mutable<T> {
        const head = this.head<T>(type, owner, index);
        head.block = keyword;
        return head;
    }

    private named<T extends { name?: string }>(head: T): T {
        this.require(this.isNext('word') || this.isNext('string'));
        head.name = this.isAt('string') ? this.string() : this.word();
        return head;
    }

    private withBody<T extends AstNode & { body?: ast.Body }>(head: T): T {
        if (this.isAt('{')) {
            const body = make<ast.Body>(ast.Body.$type, head, 'body');
            body.open = true;
            (body as ast.Body & FastNode).$start = this.scanner.start;
            this.require(++this.depth <= fileLimits.depth);
            this.scanner.next();
            body.members = this.members<ast.Statement>(body);
            this.require(this.isAt('}'));
            this.depth--;
            this.scanner.next();
            head.body = body;
        }
        return head;
    }
}
