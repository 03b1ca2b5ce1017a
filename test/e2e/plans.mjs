// @ts-check
// The plans that the suites in a real editor work on.

/** The folder of `central.sup` and `bergen.sup`: three mistakes in the second, one of which the first can mend. */
export const fjord = {
    'central.sup': `hierarchy Fjord

central site AAA "Alesund" {
  mode: native

  server AAASUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
    software update point active { ssl: yes }
  }
}
`,
    'bergen.sup': `hierarchy Fjord

secondary site BBB "Bergen" reports to AAA {
  server BBBSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required  replica: no }
    software update point active { ssl: yes }
  }

  server BBBDMZ01 {
    internet fqdn: "updates.fjord.example"
    wsus 3.0 SP2 { ports: 80, 443  ssl: required }
    software update point internet { ssl: yes }
  }
}

secondary site CCC "Cliff" reports to DDD
`
};
