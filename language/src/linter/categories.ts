import type { Severity } from '../config/levels.js';

/**
 * The categories of rules, with their default severity. An error marks a plan that does not work or that the product does not support; a
 * warning marks one that works but is incomplete, or that fails under a stated condition; information is a derived fact; a hint suggests cleanup.
 */
export const categories = {
    language: { severity: 'error', summary: 'Language of the plan' },
    naming: { severity: 'error', summary: 'Site codes and names' },
    hierarchy: { severity: 'error', summary: 'Sites, their kinds, modes and parents' },
    roles: { severity: 'error', summary: 'Active and Internet-based software update points' },
    wsus: { severity: 'error', summary: 'WSUS servers: versions, ports, SSL' },
    synchronization: { severity: 'error', summary: 'Synchronization sources' },
    clients: { severity: 'error', summary: 'Conditions that stop clients from scanning' },
    coverage: { severity: 'warning', summary: 'Clients without a software update point' },
    scenario: { severity: 'warning', summary: 'Scenarios: events over time, and expectations' },
    reality: { severity: 'warning', summary: 'Differences between the plan and an export of the real hierarchy' },
    risk: { severity: 'warning', summary: 'Accepted risks' }
} as const satisfies Record<string, { severity: Severity; summary: string }>;

export type CategoryName = keyof typeof categories;
export const categoryNames = Object.keys(categories) as CategoryName[];
