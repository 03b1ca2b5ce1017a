/** Pairs of plans whose rollout an administrator has worked out by hand. */

const alder = (mode: string, ssl: string): string => {
    const [web, role] = ssl === 'yes' ? ['required', 'yes'] : ['no', 'no'];
    return `
hierarchy Alder
central site ALD "Alder" {
  release: SP2
  mode: ${mode}
  clients: 3000 intranet
  server ALDSRV01 { site server
    wsus console: 3.0 SP2 }
  server ALDSUP01 { fqdn: "aldsup01.alder.example"
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: ${web} }
    software update point active { ssl: ${role} } }
  synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP", "Office 2007"
    classifications: "Security Updates", "Critical Updates"
    languages: en
    summary languages: en }
}
primary site BIR "Birch" reports to ALD {
  release: SP2
  mode: ${mode}
  clients: 1200 intranet
  link: 10 Mbps
  server BIRSRV01 { site server
    fqdn: "birsrv01.alder.example"
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: ${web} }
    software update point active { ssl: ${role} } }
}
secondary site CED "Cedar" reports to BIR {
  clients: 150 intranet
  link: 2 Mbps
  server CEDSRV01 { site server
    fqdn: "cedsrv01.alder.example"
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: ${web} }
    software update point active { ssl: ${role} } }
}`;
};

const elm = (version: string, products: string): string => `
hierarchy Elm
central site ELM "Elm" {
  release: ${version}
  mode: mixed
  clients: 4000 intranet
  server ELMSRV01 { site server
    wsus console: 3.0 ${version} }
  server ELMSUP01 { wsus 3.0 ${version} { ports: 8530, 8531 }
    software update point active }
  synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: ${products}
    classifications: "Security Updates", "Critical Updates"
    languages: en
    summary languages: en }
}
primary site FIR "Fir" reports to ELM {
  release: ${version}
  mode: mixed
  clients: 31000 intranet
  link: 100 Mbps
  server FIRSRV01 { site server
    wsus console: 3.0 ${version} }
  server FIRUPD01 { wsus 3.0 ${version} { ports: 8530, 8531  database: "FIRSQL01"  content folder: "\\\\firfs01\\wsus" }
    software update point inactive }
  server FIRUPD02 { wsus 3.0 ${version} { ports: 8530, 8531  database: "FIRSQL01"  content folder: "\\\\firfs01\\wsus" }
    software update point inactive }
  cluster FIRNLB01 { nodes: FIRUPD01, FIRUPD02
    fqdn: "updates.elm.example"
    software update point active { account: "ELM\\svc-sup" } }
}
secondary site GUM "Gum" reports to FIR {
  release: ${version}
  clients: 250 intranet
  link: 2 Mbps
  server GUMSRV01 { site server
    wsus 3.0 ${version} { ports: 8530, 8531 }
    software update point active }
}`;

const role = '\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active';
const holly = (hasPoints: boolean): string => `
hierarchy Holly
central site HOL "Holly" {
  release: SP2
  mode: mixed
  clients: 900 intranet
  server HOLSRV01 { site server${role} }
  synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP"
    classifications: "Security Updates"
    languages: en
    summary languages: en }
}
primary site IVY "Ivy" reports to HOL {
  release: SP2
  mode: mixed
  clients: 2500 intranet
  link: 10 Mbps
  server IVYSRV01 { site server${hasPoints ? '\n    wsus console: 3.0 SP2' : ''} }
  ${hasPoints ? `server IVYSUP01 {${role} }` : ''}
}
${['JUN 400', 'KAP 300'].map(each => each.split(' ')).map(([code, clients]) => `secondary site ${code} "${code}" reports to IVY {
  release: SP2
  clients: ${clients} intranet
  link: 2 Mbps
  server ${code}SRV01 { site server${hasPoints ? role : ''} }
}`).join('\n')}`;

/** The active software update point of a site whose clients a Group Policy sends to it moves to another server. */
const top = (state: 'before' | 'after'): string => `
hierarchy Top
central site TOP "Top" {
  release: SP2
  mode: mixed
  clients: 900 intranet
  server TOPSRV01 { site server${role} }
  synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP"
    classifications: "Security Updates"
    languages: en
    summary languages: en }
}
primary site MID "Mid" reports to TOP {
  release: SP2
  mode: mixed
  clients: 1000 intranet
  link: 10 Mbps
  group policy: "http://MIDSUP0${state === 'before' ? 1 : 2}:8530"
  server MIDSRV01 { site server
    wsus console: 3.0 SP2 }
  server MIDSUP0${state === 'before' ? 1 : 2} {${role} }
}`;

export const rolloutExamples = {
    'mixed to native': [alder('mixed', 'no'), alder('native', 'yes')],
    'SP2 with a cluster': [elm('SP1', '"Windows XP", "Windows Vista"'), elm('SP2', '"Windows XP", "Windows Vista", "Windows 7"')],
    'secondary software update points': [holly(false), holly(true)],
    'another active server with a Group Policy': [top('before'), top('after')]
} as const satisfies Readonly<Record<string, readonly [before: string, after: string]>>;
