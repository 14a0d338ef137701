import Basics
import Foundation
import Testing

@testable import Exchange

/// Files about money that are cut, damaged, wrongly encoded, gigantic or lie about themselves.
@Suite("Hostile files about money")
struct HostileMoneyTests {
    private static let camt = CamtMaker(
        entries: [
            CamtMaker.entry(
                "10.00",
                details:
                    "<Btch><NbOfTxs>2</NbOfTxs><TtlAmt Ccy=\"EUR\">10.00</TtlAmt><CdtDbtInd>CRDT</CdtDbtInd></Btch>"
                    + CamtMaker.transaction("4.00", inner: CamtMaker.debtor("Noor", "NL13TEST0123456789"))
                    + CamtMaker.transaction("6.00", inner: "<RmtInf><Ustrd>huur é</Ustrd></RmtInf>")),
            CamtMaker.entry("2.50", "DBIT"),
        ], closing: "107.50"
    ).text

    /// The small good files that all damage starts from.
    private static let whole: [(name: String, text: String)] = [("camt.053", camt), ("MT940", MT940Tests.text)]

    @Test func `the files are sound before they are damaged`() throws {
        for (name, text) in HostileMoneyTests.whole {
            let report = try BankFile(ImportFile(text)).check()
            #expect(report.isSound, "\(name): \(report.diagnostics)")
        }
    }

    @Test(arguments: 0..<2)
    func `cut at any byte, however it comes in pieces, a file is refused`(_ which: Int) throws {
        let (name, text) = HostileMoneyTests.whole[which]
        let bytes = Array(text.utf8)
        let close = text.range(of: which == 0 ? "</Document>" : ":62F:")?.lowerBound ?? text.endIndex
        let last = text.utf8.distance(from: text.startIndex, to: close)
        for end in 0..<last {
            #expect(throws: FileFault.self, "\(name) at \(end)") {
                try BankFile(ImportFile(Array(bytes[..<end]), piece: end % 7 + 1)).check()
            }
        }
    }

    @Test(arguments: 0..<2, [11, 12, 13] as [UInt64])
    func `any damage is refused, or read to the same end both times`(_ which: Int, seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let (name, text) = HostileMoneyTests.whole[which]
        for round in 0..<600 {
            let bytes = HostileMoneyTests.damaged(Array(text.utf8), &random)
            guard let report = HostileMoneyTests.check(bytes) else { continue }
            var read = 0
            try BankFile(ImportFile(bytes, piece: 5)).read { event in
                if case .entry = event { read += 1 }
            }
            #expect(read == report.transactions, "\(name), seed \(seed), round \(round)")
        }
    }

    /// The report of a file that can be read to its end; what refuses it can only be a fault of the file.
    private static func check(_ bytes: [UInt8]) -> BankFileReport? {
        do { return try BankFile(ImportFile(bytes)).check() } catch { return nil }
    }

    /// Flips, drops, doubles and moves pieces, and puts in what files should not hold.
    private static func damaged(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        let pieces: [[UInt8]] = [
            [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], Array("\u{FEFF}".utf8), Array("&x;".utf8), Array("<![CDATA[".utf8),
            Array("99999999999999999999".utf8), Array("-".utf8), Array(":61:".utf8), Array("\r\n:86:".utf8),
            Array("<Ntry>".utf8), Array("1e400".utf8), Array("٣".utf8),
        ]
        for _ in 0..<Int.random(in: 1...4, using: &random) where bytes.count > 20 {
            let place = Int.random(in: 0..<bytes.count - 10, using: &random)
            switch Int.random(in: 0...4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<place + Int.random(in: 1...9, using: &random))
            case 2: bytes.insert(contentsOf: bytes[place..<place + 9], at: place)
            case 3: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
            default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
            }
        }
        return bytes
    }

    @Test(arguments: [
        ("10.00</Amt><CdtDbtInd>CRDT", "10.01</Amt><CdtDbtInd>CRDT"), ("<NbOfTxs>2", "<NbOfTxs>3"),
        ("<TtlAmt Ccy=\"EUR\">10.00", "<TtlAmt Ccy=\"EUR\">11.00"), (">4.00<", ">4.01<"), ("107.50", "107.51"),
        (">6.00<", ">92233720368547758.07<"), (">6.00<", ">99999999999999999999999999<"), (">6.00<", ">6.001<"),
        (">6.00<", ">6,00<"), (">6.00<", ">-6.00<"), (">6.00<", ">NaN<"), (">6.00<", "><"),
    ])
    func `a total or an amount that does not hold makes a statement unsound`(_ part: String, _ other: String) throws {
        let text = HostileMoneyTests.camt.replacing(part, with: other, maxReplacements: 1)
        #expect(text != HostileMoneyTests.camt)
        #expect(try BankFile(ImportFile(text)).check().isSound == false)
    }

    @Test(arguments: [
        "C12,50", "C12.50", "C92233720368547758,07", "C,", "C1234567890123456789012345,00", "X12,50", "C-12,50",
        "C12,5012", "C12,5,0",
    ])
    func `an amount that MT940 does not have makes it unsound, and 12,50 does not`(_ amount: String) throws {
        let text = MT940Tests.text.replacing("C12,50", with: amount)
        do {
            #expect(try BankFile(ImportFile(text)).check().isSound == (amount == "C12,50"))
        } catch {}
    }

    @Test func `a file in another encoding is read as that encoding, or refused; never as other words`() throws {
        for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian, .isoLatin1, .utf32LittleEndian] {
            for mark in ["", "\u{FEFF}"] {
                guard let data = (mark + HostileMoneyTests.camt).data(using: encoding) else { continue }
                guard let report = HostileMoneyTests.check(Array(data)), report.isSound else { continue }
                let words = try entries(of: ImportFile(Array(data))).map(\.remittance)
                #expect(words.contains("huur é"), "\(encoding)")
            }
        }
    }

    @Test func `a field, a line, a name or a nesting without end is refused in bounded memory`() {
        func endless(_ head: String, _ piece: String) -> ImportFile {
            ImportFile {
                var given = -1
                return {
                    given += 1
                    if given > 3_000 { return nil }
                    return Array((given == 0 ? head : String(repeating: piece, count: 20_000 / piece.count)).utf8)
                }
            }
        }
        let heads = [
            (":20:A\r\n:25:", "x"), (":20:A\r\n:86:", "x"), ("\(HostileMoneyTests.camt.prefix(200))<", "a"),
            ("<?xml version=\"1.0\"?>", "<a>"), ("", " "),
            (CamtMaker().head + "<Ntry><NtryDtls><TxDtls><RmtInf>", "<Ustrd>x</Ustrd>"),
        ]
        for (head, piece) in heads {
            #expect(throws: FileFault.self, "\(head.suffix(30))\(piece)") {
                try BankFile(endless(head, piece)).check()
            }
        }
    }
}
