import Testing

@testable import Procesbot

@Suite("Passages that were read lately")
struct ReadingRoomTests {
    private let blank = ReadPassage(sentences: [], rules: [], heading: [], own: [], terms: [], quantities: [])

    @Test func `a passage that is asked for again and again is read once, whatever else is asked for between`() {
        let room = ReadingRoom()
        var reads = 0
        for other in 1...2_000 {
            _ = room.passage(0) {
                reads += 1
                return blank
            }
            _ = room.passage(other) { blank }
        }
        #expect(reads == 1)
    }

    @Test func `what nobody asks for again is forgotten`() {
        let room = ReadingRoom()
        var reads = 0
        for number in [0] + Array(1...2_000) + [0] {
            _ = room.passage(number) {
                reads += number == 0 ? 1 : 0
                return blank
            }
        }
        #expect(reads == 2)
    }
}
