import Exchange
import Testing

@Suite("What a municipality answers")
struct EarlyWarningAnswerTests {
    @Test(
        arguments: [
            (201, "{\"kenmerk\": \"V-17\"}", true, "V-17", nil), (200, "{\"id\": 42}", true, "42", nil),
            (202, "", true, nil, nil), (204, "Dank u", true, nil, "Dank u"),
            (
                422, "{\"type\": \"x\", \"title\": \"Niet verwerkbaar\", \"status\": 422, \"detail\": \"geen adres\"}",
                false,
                nil, "Niet verwerkbaar: geen adres"
            ),
            (400, "{\"fout\": \"onbekende partner\"}", false, nil, "onbekende partner"),
            (404, "<html><h1>Niet gevonden</h1></html>", false, nil, nil), (302, "[1, 2", false, nil, "[1, 2"),
        ] as [(Int, String, Bool, String?, String?)])
    func `an answer tells whether it was taken, under which reference, and why not`(
        status: Int, body: String, isTaken: Bool, reference: String?, words: String?
    ) {
        let answer = EarlyWarningAnswer(status: status, body: body)
        #expect(answer.isTaken == isTaken && answer.reference == reference && answer.words == words)
    }
}
