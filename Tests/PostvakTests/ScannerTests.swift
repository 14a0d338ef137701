import Foundation
import Glibc
import Testing

@testable import Postvak

@Suite("Looking for viruses")
struct ScannerTests {
    @Test(arguments: [
        ("stream: OK\0", Virusscanner.Uitslag.schoon),
        ("stream: Eicar-Test-Signature FOUND\0", .besmet("Eicar-Test-Signature")),
    ])
    func `an answer is clean or names what was found`(answer: String, outcome: Virusscanner.Uitslag) throws {
        #expect(try Virusscanner.reading(answer) == outcome)
    }

    @Test(arguments: ["INSTREAM size limit exceeded. ERROR\0", "", "OK"])
    func `anything else is a fault, never clean`(answer: String) {
        #expect(throws: Virusscanner.Fault.self) { try Virusscanner.reading(answer) }
    }

    @Test func `a file goes over in pieces and the answer comes back`() throws {
        let stand = try ClamStand(finding: "EICAR")
        let scanner = Virusscanner(try #require(Virusscanner.Plaats("tcp://127.0.0.1:\(stand.port)")), seconds: 20)
        let clean = [UInt8](repeating: 7, count: 200_000)
        #expect(try scanner.look(at: clean) == .schoon)
        #expect(try scanner.look(at: clean + Array("xxEICARxx".utf8)) == .besmet("Proef"))
        #expect(stand.sizes() == [200_000, 200_009])
    }

    @Test func `a scanner that is not there is a fault`() throws {
        let scanner = Virusscanner(.socket(path: "/tmp/er-is-hier-niets.sock"))
        #expect(throws: Virusscanner.Fault.self) { try scanner.look(at: [1]) }
        #expect(Virusscanner.Plaats("http://elders") == nil)
    }
}
