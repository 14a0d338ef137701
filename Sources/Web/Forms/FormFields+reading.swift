import Basics
import Zaken

/// What stands in a field of a form is no answer to what it asks.
extension FieldRefusal: Error {}

extension FormFields {
    /// The day in a field, which may not stay empty. A day that matters is never made up.
    func day(_ name: String) throws(FieldRefusal) -> Day {
        guard let day = try dayIfAny(name) else { throw FieldRefusal(field: name, reason: .missing) }
        return day
    }

    /// The day in a field that may stay empty; refused where what stands there is no day.
    func dayIfAny(_ name: String) throws(FieldRefusal) -> Day? {
        guard let text = self[name] else { return nil }
        guard let day = Day(written: text) else { throw FieldRefusal(field: name, reason: .notADay) }
        return day
    }

    /// The words in a field, which may not stay empty.
    func text(_ name: String) throws(FieldRefusal) -> String {
        guard let text = self[name] else { throw FieldRefusal(field: name, reason: .missing) }
        return text
    }

    /// The answer chosen in a field, which may not stay empty.
    func choice<Answer: RawRepresentable>(
        _ name: String, of answers: Answer.Type = Answer.self
    ) throws(FieldRefusal) -> Answer where Answer.RawValue == String {
        guard let answer = try choiceIfAny(name, of: answers) else { throw FieldRefusal(field: name, reason: .missing) }
        return answer
    }

    /// The answer chosen in a field that may stay empty; refused where it is none of the answers.
    func choiceIfAny<Answer: RawRepresentable>(
        _ name: String, of answers: Answer.Type = Answer.self
    ) throws(FieldRefusal) -> Answer? where Answer.RawValue == String {
        guard let text = self[name] else { return nil }
        guard let answer = Answer(rawValue: text) else { throw FieldRefusal(field: name, reason: .notAnOption(text)) }
        return answer
    }

    /// The answer chosen in a field, one of these words.
    func choice(_ name: String, among words: [String]) throws(FieldRefusal) -> String {
        guard let text = self[name] else { throw FieldRefusal(field: name, reason: .missing) }
        guard words.contains(text) else { throw FieldRefusal(field: name, reason: .notAnOption(text)) }
        return text
    }
}
