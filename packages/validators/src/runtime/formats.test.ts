import { describe, expect, it } from "vitest";
import { isEmail, isHostname, isIpv4, isIpv6, isUri } from "./addresses.js";
import { isDate, isDateTime, isTime, isUuid } from "./formats.js";

interface FormatCase {
  readonly check: (text: string) => boolean;
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

const cases: Readonly<Record<string, FormatCase>> = {
  date: {
    check: isDate,
    valid: ["2026-04-15", "2024-02-29", "2000-02-29", "0000-01-01", "2026-12-31"],
    invalid: [
      "",
      "2026-02-29",
      "1900-02-29",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
      "2026-1-01",
    ].concat(["2026/01/01", "2026-01-01Z", "12026-01-01", "२०२६-०१-०१", " 2026-01-01", "2026-01-0１"]),
  },
  "date-time": {
    check: isDateTime,
    valid: [
      "2026-04-15T10:30:00Z",
      "2026-04-15t10:30:00z",
      "1963-06-19T08:30:06.283185Z",
      "1937-01-01T12:00:27.87+00:20",
      "1990-12-31T15:59:50.123-08:00",
      "1998-12-31T23:59:60Z",
      "1998-12-31T15:59:60.123-08:00",
      "1999-01-01T05:29:60+05:30",
      `2026-04-15T10:30:00.${"1".repeat(1000)}Z`,
    ],
    invalid: [
      "2026-04-15 10:30:00Z",
      "2026-04-15T10:30:00",
      "2026-04-15T10:30Z",
      "2026-04-15T10:30:00.Z",
      "2026-04-15T24:00:00Z",
      "2026-04-15T10:60:00Z",
      "2026-04-15T10:30:61Z",
      "1998-12-31T23:58:60Z",
      "1998-12-31T22:59:60Z",
      "2026-02-30T10:30:00Z",
      "2026-04-15T10:30:00+24:00",
      "2026-04-15T10:30:00+00:60",
      "2026-04-15T10:30:00+0000",
      "2026-04-15T10:30:00+01:30Z",
      "2026-04-15T10:30:00Z ",
      "2013-350T01:01:01Z",
      "1963-06-1৪T00:00:00Z",
    ],
  },
  time: {
    check: isTime,
    valid: ["10:30:00Z", "23:59:60Z", "01:29:60+01:30", "10:30:00.5-03:00"],
    invalid: ["10:30:00", "10:30Z", "24:00:00Z", "23:59:60+01:00", "10:30:00Zz", ""],
  },
  uuid: {
    check: isUuid,
    valid: ["2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2EB8AA08-AA98-11EA-B4AA-73B441D16380"],
    invalid: ["2eb8aa08-aa98-11ea-b4aa-73b441d1638", "2eb8aa08aa9811eab4aa73b441d16380----", "", "g".repeat(36)].concat(
      ["urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2eb8aa0-8aa98-11ea-b4aa-73b441d16380"],
    ),
  },
  uri: {
    check: isUri,
    valid: [
      "https://shop.example/return?x=1",
      "http://foo.bar/?baz=qux#quux",
      "http://foo.com/blah_(wikipedia)_blah#cite-1",
      "http://foo.bar/?q=Test%20URL-encoded%20stuff",
      "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com",
      "http://example.com:8080",
      "http://example.com:",
      "ldap://[2001:db8::7]/c=GB?objectClass?one",
      "http://[v1.fe80::a+en1]:80/",
      "mailto:John.Doe@example.com",
      "tel:+1-816-555-1212",
      "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
      "file:///etc/hosts",
      "a:",
    ],
    invalid: [
      "",
      "//foo.bar/?baz=qux#quux",
      "/abc",
      "abc",
      ":// should fail",
      "http:// shouldfail.com",
      "\\\\WINDOWS\\fileshare",
      "bar,baz:x",
      "1http://a",
      "https://[@example.org/test.txt",
      "https://example.org/foobar\\.txt",
      "https://example.org/foobar<>.txt",
      "https://example.org/foobar{}.txt",
      "https://example.org/foobar^.txt",
      "https://example.org/foobar`.txt",
      "https://example.org/foo bar.txt",
      "https://example.org/foobar|.txt",
      "https://example.org/%zz",
      "https://example.org/%2",
      "https://example.org/#a#b",
      "https://example.org:8a/",
      "https://exämple.org/",
      "https://a@b@c/",
      "https://[::1/",
      "https://[1::2::3]/",
    ],
  },
  email: {
    check: isEmail,
    valid: [
      "joe.bloggs@example.com",
      "te~st@example.com",
      "~test~@example.com",
      '"joe bloggs"@example.com',
      '"joe..bloggs"@example.com',
      '"joe@bloggs"@example.com',
      "joe.bloggs@[127.0.0.1]",
      "joe.bloggs@[IPv6:::1]",
      "te.s.t@example.com",
    ],
    invalid: [
      "2962",
      "@example.com",
      ".test@example.com",
      "test.@example.com",
      "te..st@example.com",
      "joe.bloggs@invalid=domain.com",
      "joe.bloggs@[127.0.0.300]",
      "joe@-a.com",
      "joe bloggs@example.com",
      `${"a".repeat(65)}@example.com`,
    ],
  },
  hostname: {
    check: isHostname,
    valid: ["www.example.com", "xn--4gbwdl.xn--wgbh1c", "a", "1host", "a".repeat(63)],
    invalid: ["", "-a.com", "a-.com", "a..b", "a_b", "a".repeat(64), "a.".repeat(130), "exämple.com"],
  },
  ipv4: {
    check: isIpv4,
    valid: ["192.168.0.1", "0.0.0.0", "255.255.255.255"],
    invalid: ["256.0.0.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "0x1.2.3.4", "1.2.3.4 ", "१.2.3.4"],
  },
  ipv6: {
    check: isIpv6,
    valid: [
      "::1",
      "::",
      "1::",
      "2001:db8::7",
      "1:2:3:4:5:6:7:8",
      "::ffff:192.168.0.1",
      "1:2:3:4:5:6:1.2.3.4",
      "::42:ff:1",
    ],
    invalid: [
      "",
      "12345::",
      "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7:8:9",
      "1::2::3",
      ":1",
      "1:",
      ":::",
      "fe80::a%eth1",
      "1.2.3.4",
    ],
  },
};

describe.each(Object.entries(cases))("the format %s", (_, { check, valid, invalid }) => {
  it.each(valid)("accepts %j", (text) => expect(check(text)).toBe(true));
  it.each(invalid)("rejects %j", (text) => expect(check(text)).toBe(false));
});

describe("every format", () => {
  it.each(Object.entries(cases))("%s returns for a text of a megabyte", (_, { check }) => {
    for (const part of ["a", "1", "a.", "%41", ":", "[", '"', "\\", "://"]) {
      for (const start of ["", "https://", "2026-04-15T10:30:00.", '"', "a@"]) {
        expect(typeof check(start + part.repeat(1e6 / part.length))).toBe("boolean");
      }
    }
  });
});
