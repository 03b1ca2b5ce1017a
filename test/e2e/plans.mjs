// @ts-check
// The plans for the tests in a real editor.

/** `bergen.sup` has three mistakes, one of which can be fixed in `central.sup`. */
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

/** A plan with a scenario that passes and one that fails: clients can no longer scan after WSUS has failed. */
export const quayside = {
    'quayside.sup': `hierarchy Quayside

central site QAY "Quay" {
  release: SP2
  mode: mixed
  clients: 40 intranet

  server QAYSUP01 {
    site server
    fqdn: "qaysup01.quayside.example"
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }

  synchronization {
    source: Microsoft Update
    schedule: every 1 day at 02:07
    products: "Windows 7"
    classifications: "Critical Updates", "Security Updates"
    languages: en
    summary languages: en
  }
}

secondary site PIR "Pier" reports to QAY {
  link: 2 Mbps, 25 ms
  clients: 20 intranet
}

scenario "An ordinary week" for 7 days {
  expect QAY synchronized by 6h
  expect clients of PIR scan against QAYSUP01
}

scenario "WSUS fails for good" for 20 days {
  at 3d: fail WSUS of QAYSUP01

  expect QAY synchronized by 6h
  expect clients of PIR scan by 20d
  expect clients of PIR fail to scan with SSL failure never
}
`
};
