import type { Fact } from '../fact.js';

/** The order in which a hierarchy is upgraded. */
export const upgradesAreTopDown: Fact = { text: 'A hierarchy is upgraded from the top down: the parent site first, then its child sites.', source: 'Considerations for Upgrading Sites' };

/** The releases that can be combined while SMS 2003 is replaced. */
export const sms2003IsBelow: Fact = { text: 'A site of SMS 2003 can report to a site of Configuration Manager 2007 during the upgrade, but not the other way round.', source: 'Considerations for Upgrading Sites' };
