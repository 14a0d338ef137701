import Basics
import Testing

@Suite("Hexadecimal")
struct HexadecimalTests {
    @Test func `each byte is two lower-case digits`() {
        #expect([0, 1, 15, 16, 171, 255].hexadecimal == "00010f10abff")
        #expect([UInt8]().hexadecimal.isEmpty)
        let all = (0...255).map { UInt8($0) }
        #expect(all.hexadecimal.count == 512 && Set(all.map { [$0].hexadecimal }).count == 256)
    }
}
