import Basics
import Exchange
import Foundation
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("What the bank says of our own files")
struct StatusimportTests {
    static func file(_ message: String, group: String = "PART", block: String? = nil, _ entries: String = "") -> [UInt8]
    {
        let blocks = block.map { "<OrgnlPmtInfAndSts>\($0)\(entries)</OrgnlPmtInfAndSts>" } ?? ""
        return Array(
            """
            <?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>\
            <GrpHdr><MsgId>S1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>\(message)</OrgnlMsgId>\
            <GrpSts>\(group)</GrpSts></OrgnlGrpInfAndSts>\(blocks)</CstmrPmtStsRpt></Document>
            """.utf8)
    }

    static func entry(_ reference: String, _ status: String, _ reason: String) -> String {
        """
        <TxInfAndSts><OrgnlEndToEndId>\(reference)</OrgnlEndToEndId><TxSts>\(status)</TxSts><StsRsnInf><Rsn>\
        <Cd>\(reason)</Cd></Rsn></StsRsnInf></TxInfAndSts>
        """
    }

    @Test(arguments: TestDatabase.all)
    func `a rejected entry is not collected, with the consequence of its reason; an accepted one stays`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (batch, lines) = try await house.offeredBatch()
            let file = Self.file(
                batch.id.compact, block: "<OrgnlPmtInfId>x</OrgnlPmtInfId>",
                Self.entry(lines[0].eindkenmerk, "RJCT", "AC04") + Self.entry(lines[1].eindkenmerk, "ACSC", "")
                    + Self.entry("onbekend", "RJCT", "AM04"))
            let report = try await Statusimport(office: house.office).run(file, named: "s.xml", by: "anja")
            let counted: [Int] = [report.gelezen, report.nieuw, report.bekend, report.afgewezen]
            #expect(counted == [3, 1, 1, 1])
            let after = try await house.read { try $0.incassobatches.regels(of: batch.id) }
            #expect(after.first { $0.id == lines[0].id }?.staat == .gestorneerd)
            #expect(after.first { $0.id == lines[1].id }?.staat == .aangeboden)
            let mandate = try await house.read { try $0.machtigingen.find(lines[0].machtiging) }
            #expect(mandate?.ingetrokken != nil && mandate?.reden == "AC04")
            #expect(
                try await house.read { try $0.taken.waiting(for: lines[0].zaak) }.map(\.stap).contains(
                    "storno_rekening"))
            let again = try await Statusimport(office: house.office).run(file, named: "s.xml", by: "anja")
            #expect(again.nieuw == 0)
            #expect(try await house.flaws() == [])
        }
    }

    @Test func `a file that is rejected as a whole frees all its amounts, without a taak for each`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let (batch, lines) = try await house.offeredBatch()
            let file = Self.file(
                batch.id.compact, group: "RJCT",
                block:
                    "<OrgnlPmtInfId>\(batch.id.compact.prefix(30))RCUR</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>"
            )
            let report = try await Statusimport(office: house.office).run(file, named: "s.xml", by: "anja")
            #expect(report.nieuw == lines.count)
            #expect(
                try await house.read { try $0.incassobatches.regels(of: batch.id) }.allSatisfy {
                    $0.staat == .vervallen
                })
            #expect(
                try await house.read { try $0.taken.waiting(for: lines[0].zaak) }.contains {
                    $0.stap.hasPrefix("storno")
                } == false)
        }
    }

    @Test(arguments: [
        "", "<a/>", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"/>", "\u{0}\u{1}", "<Document",
    ])
    func `a file that is no status is refused with why`(text: String) {
        #expect(throws: FileFault.self) { try Pain002(Array(text.utf8)) }
    }
}

extension TestHouse {
    /// A batch of two direct debits that was handed to the bank.
    fileprivate func offeredBatch() async throws -> (Incassobatch, [Incassobatch.Regel]) {
        let recht = try TestHouseTables.recht()
        try await takeWithMandate(.huur(.noor), .huur(.bram))
        try await identify()
        let batch = try await release(try await prepare(bankDay(after: 16, recht), recht), .bart, recht)
        return (batch, try await read { try $0.incassobatches.regels(of: batch.id) })
    }
}
