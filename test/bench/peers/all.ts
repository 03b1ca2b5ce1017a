import { cds } from './cds.js';
import { dockerfile } from './dockerfile.js';
import { graphql } from './graphql.js';
import { json } from './json.js';
import { likec4 } from './likec4.js';
import type { Peer } from './peer.js';
import { prisma } from './prisma.js';
import { tsgo } from './tsgo.js';
import { typescript } from './typescript.js';
import { typespec } from './typespec.js';
import { yaml } from './yaml.js';
import { zenstack } from './zenstack.js';

export const peers: readonly Peer[] = [json, yaml, dockerfile, prisma, typescript, tsgo, likec4, graphql, typespec, cds, zenstack];
