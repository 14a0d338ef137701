import Postvak
import Procesbot

extension BotDesk {
    /// What a reader should know of a question before the advice: which language the library is in, and
    /// that it tells of health, belief and the like.
    func notices(on question: String, _ words: Words) -> [String] {
        var notices: [String] = []
        if let language = otherLanguage(question) {
            // In the language of the question where the screens have it.
            let own = Language(rawValue: language.rawValue).map { desk.face.dictionaries[$0] } ?? words
            let name = own.text("post.language_\(language.rawValue)") ?? language.rawValue
            notices.append(own("advice.library_is_dutch", ["language": name]))
        }
        notices += desk.bijzonder.found(in: question).map {
            words("advice.special", ["words": $0.words, "kind": $0.kind, "instead": $0.instead])
        }
        return notices
    }

    /// The language where it is known and not Dutch, of a question long enough to tell.
    private func otherLanguage(_ question: String) -> Mailtaal? {
        guard question.split(whereSeparator: \.isWhitespace).count > 2 else { return nil }
        let language = sorteerder.taal(of: question)
        return switch language {
        case .nederlands, .anders, .onbekend: nil
        case .engels, .duits, .frans, .spaans, .portugees, .italiaans, .pools, .roemeens, .bulgaars, .turks, .arabisch,
            .oekraiens, .russisch:
            language
        }
    }
}
