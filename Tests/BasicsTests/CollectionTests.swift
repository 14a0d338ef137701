import Basics
import Testing

@Suite("What is kept lately, parts of a list, digits of bytes")
struct CollectionTests {
    @Test func `what is used again stays, and what is not makes room`() {
        var recent = Recent<Int, String>(half: 10)
        for other in 1...100 {
            recent.keep("often", for: 0)
            recent.keep("once", for: other)
        }

        #expect(recent.find(0) == "often")
        #expect(recent.find(1) == nil)
        #expect(recent.count <= 20)
    }

    @Test func `what was made of the same is made once, and what is too heavy or was refused is made again`() throws {
        let shelf = Shelf<String, Int>(half: 160)
        var times = 0
        func make() -> Int {
            times += 1
            return times
        }

        #expect(shelf.made(of: "light", weighing: 1, make) == 1)
        #expect(shelf.made(of: "light", weighing: 1, make) == 1)
        #expect(shelf.made(of: "heavy", weighing: 11, make) == 2)
        #expect(shelf.made(of: "heavy", weighing: 11, make) == 3)
        #expect(throws: CancellationError.self) {
            try shelf.made(of: "refused", weighing: 1) { throw CancellationError() }
        }
        #expect(shelf.made(of: "refused", weighing: 1, make) == 4)
    }

    @Test func `what is found among the earlier outlives the next turn`() {
        var recent = Recent<String, Int>(half: 100)
        recent.keep(1, for: "a", weighing: 60)
        recent.keep(2, for: "b", weighing: 60)

        #expect(recent.find("a", weighing: 60) == 1)
        recent.keep(3, for: "c", weighing: 60)
        #expect(recent.find("a", weighing: 60) == 1)
        #expect(recent.find("b", weighing: 60) == nil)
    }

    @Test(arguments: [(0, []), (3, [3]), (4, [4]), (9, [4, 4, 1])])
    func `batches keep the order and lose nothing, also of a part of a list`(_ count: Int, _ sizes: [Int]) {
        let all = Array(0..<count + 2)
        let parts = all.dropFirst(2).batches(of: 4).map(Array.init)

        #expect(parts.map(\.count) == sizes)
        #expect(parts.flatMap(\.self) == Array(all.dropFirst(2)))
    }

    @Test func `bytes written in digits are read back, and nothing else is`() {
        let bytes: [UInt8] = [0, 9, 10, 127, 255]

        #expect([UInt8](hexadecimal: bytes.hexadecimal) == bytes)
        #expect([UInt8](hexadecimal: "0FfF") == [15, 255])
        for text in ["0", "0g", "é0", "0 "] { #expect([UInt8](hexadecimal: text) == nil) }
    }
}
