import Testing

@testable import Postvak

@Suite("Whom a mail is about")
struct NaamlezerTests {
    @Test(arguments: [
        ("Dit gaat over mevrouw Noor Zandoog. Wilt u bellen?", ["Noor Zandoog"]),
        ("Dit gaat over mevrouw Zandoog. Omar Dijk belt u.", []),
        ("Ik ben klant. Omar Dijk is mijn buurman.", []),
        ("Namens dhr. J. van den Berg schrijf ik u.", ["J van den Berg"]),
        ("Inzake: mevr. A.B. de Wit! Zij verhuist.", ["A.B de Wit"]),
    ])
    func `a name ends where the sentence ends`(_ text: String, _ names: [String]) {
        #expect(Naamlezer.namen(in: text) == names)
    }
}
