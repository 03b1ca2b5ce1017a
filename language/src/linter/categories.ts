import type { Severity } from '../config/levels.js';

/**
 * The kinds of mistake. An error will not work or is not supported by the product; a warning works but leaves something undone
 * or breaks under a stated condition; information is a derived fact worth knowing; a hint is clean-up.
 */
export const categories = {
    language: { severity: 'error', summary: 'How the plan is written' },
    naming: { severity: 'error', summary: 'Site codes and names' },
    hierarchy: { severity: 'error', summary: 'Sites, their kinds, modes and parents' },
    roles: { severity: 'error', summary: 'Active and Internet-based software update points' },
    wsus: { severity: 'error', summary: 'WSUS servers: versions, ports, SSL' },
    synchronization: { severity: 'error', summary: 'What synchronizes from where' },
    clients: { severity: 'error', summary: 'What stops clients from scanning' },
    coverage: { severity: 'warning', summary: 'Clients that no software update point serves' },
    scenario: { severity: 'warning', summary: 'Scenarios: what happens over time, and what must hold' },
    risk: { severity: 'warning', summary: 'Accepted risks' }
} as const satisfies Record<string, { severity: Severity; summary: string }>;

export type CategoryName = keyof typeof categories;
export const categoryNames = Object.keys(categories) as CategoryName[];
