import Configuration
import Taalmodel

extension TaalmodelSettings {
    /// The language model that the settings name; none unless an address is set.
    init?(_ reader: ConfigReader) {
        guard let url = reader.string(forKey: "language.model.url"), !url.isEmpty else { return nil }
        let seconds = reader.int(forKey: "language.model.seconds", default: 20)
        self.init(
            url: url, model: reader.string(forKey: "language.model.name", default: "default"),
            key: reader.string(forKey: "language.model.key", isSecret: true),
            patience: .seconds(min(max(1, seconds), 300)),
            answerTokens: max(1, reader.int(forKey: "language.model.answer.tokens", default: 900)),
            dayTokens: max(0, reader.int(forKey: "language.model.day.tokens", default: 500_000)),
            isStreaming: reader.bool(forKey: "language.model.stream", default: true))
    }
}
