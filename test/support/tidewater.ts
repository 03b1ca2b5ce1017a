/** A valid hierarchy to simulate. Its top site synchronizes every day at 02:07. */
export const tidewater = `hierarchy Tidewater

central site CEN {
  release: SP2
  mode: mixed
  clients: 100 intranet
  server CENSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
  synchronization {
    schedule: every 1 day at 02:07
    products: "Windows 7"
    classifications: "Security Updates"
    languages: en
  }
}

primary site OSL reports to CEN {
  release: SP2
  mode: mixed
  clients: 400 intranet
  server OSLSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
}

secondary site BER reports to OSL {
  link: 512 kbps, 40 ms
  clients: 40 intranet
}
`;

/** A file with one scenario for that hierarchy. Its statements start on the third line. */
export function scenario(title: string, duration: string, ...statements: string[]): string {
    return ['hierarchy Tidewater', `scenario "${title}" for ${duration} {`, ...statements.map(statement => `  ${statement}`), '}', ''].join('\n');
}
