import Basics
import Exchange
import Testing

@Suite("CSV")
struct CsvTests {
    func records(_ bytes: [UInt8], piece: Int = 7) throws -> [CsvRecord] {
        let file = ImportFile(bytes, piece: piece)
        let reader = try CsvReader(file, try CsvFormat(of: file))
        var all: [CsvRecord] = []
        while let record = try reader.record() { all.append(record) }
        return all
    }

    func records(_ text: String) throws -> [CsvRecord] { try records(Array(text.utf8)) }

    @Test func `fields, quotes and lines are told apart`() throws {
        let all = try records("a;b;c\r\n\"x;\"\"y\"\"\";\"two\nlines\";z\n\n1;2;3")
        #expect(all.map(\.fields) == [["a", "b", "c"], ["x;\"y\"", "two\nlines", "z"], ["1", "2", "3"]])
        #expect(all.map(\.line) == [1, 2, 5])
        #expect(all.map(\.isTerminated) == [true, true, false])
    }

    @Test(arguments: ["a,b,c\n1,2,3\n", "a;b;c\n1;2;3\n", "a\tb\tc\n1\t2\t3\n", "\u{FEFF}a;b;c\r1;2;3\r"])
    func `the delimiter is found`(text: String) throws {
        #expect(try records(text).map(\.fields) == [["a", "b", "c"], ["1", "2", "3"]])
    }

    @Test func `UTF-8 and Windows-1252 are told apart`() throws {
        #expect(try records(Array("naam;x\nJosé €;1\n".utf8), piece: 1)[1].fields[0] == "José €")
        let windows = Array("naam;x\nJos".utf8) + [0xE9, 0x20, 0x80] + Array(";1\n".utf8)
        #expect(try records(windows)[1].fields[0] == "José €")
    }

    @Test func `what is hostile or no CSV is refused`() {
        #expect(throws: FileFault.self) { try records("") }
        #expect(throws: FileFault.self) { try records([65, 0, 66]) }
        #expect(throws: FileFault.self) { try records("a;b\n\"never closed;1\n") }
        #expect(throws: FileFault.self) { try records(String(repeating: ";", count: 600) + "\n") }
        #expect(throws: FileFault.self) { try records("a;" + String(repeating: "x", count: 70_000) + "\n") }
    }
}
