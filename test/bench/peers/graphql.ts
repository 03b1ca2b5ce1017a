import { cursor, type Language, typing, writeElements } from './elements.js';
import { nodeServer } from './node-server.js';
import { type Peer, withMessage } from './peer.js';

const schema = `type Query { site(code: ID!): Site }
enum Kind { central primary secondary }
type Role { type: String server: String port: Int ssl: Int }
type Site { code: ID! kind: Kind name: String role: Role parent: Site }
`;

const language: Language = {
    languageId: 'graphql', fileName: 'sites.graphql', typed: 'x', files: { '.graphqlrc.yml': 'schema: ./schema.gql\ndocuments: ./*.graphql\n', 'schema.gql': schema },
    element: ({ name, parent }) => [
        `fragment ${name} on Site {`,
        '  code',
        '  kind',
        '  name',
        `  role { type server p${cursor}ort${typing} ssl }`,
        ...parent ? [`  ...${parent}`] : [],
        '}'
    ]
};

export const graphql: Peer = {
    name: 'GraphQL', packages: { 'graphql': '16.11.0', 'graphql-language-service-cli': '3.5.0' }, completesNames: false,
    remark: 'fragments under a schema; receives the whole text at each keystroke',
    document: elements => writeElements(language, elements),
    server: installed => nodeServer(installed('graphql-language-service-cli/bin/graphql.js'), ['server', '-m', 'stream'], { isMistake: withMessage(/Cannot query field/) })
};
