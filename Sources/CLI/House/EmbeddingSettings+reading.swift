import Configuration
import Taalmodel

extension EmbeddingSettings {
    /// The endpoint that the settings name; none unless an address is set.
    init?(_ reader: ConfigReader) {
        guard let url = reader.string(forKey: "embedding.url"), !url.isEmpty else { return nil }
        let milliseconds = reader.int(forKey: "embedding.milliseconds", default: 250)
        self.init(
            url: url, model: reader.string(forKey: "embedding.name", default: "default"),
            key: reader.string(forKey: "embedding.key", isSecret: true),
            patience: .milliseconds(min(max(20, milliseconds), 10_000)))
    }
}
