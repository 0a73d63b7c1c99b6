/// An array of floats of a model file, in C order.
struct FloatArray: Sendable {
    let shape: [Int]
    let values: [Float]
}

/// One layer of a model file.
struct ModelLayer: Sendable {
    let name: String
    let arrays: [String: FloatArray]
    let attributes: [String: MessagePackValue]
}

/// The layers of a `<component>/model` file, in the file's order (a breadth-first walk of the layers).
struct ModelFile: Sendable {
    let path: String
    let layers: [ModelLayer]

    init(path: String) throws(LanguageError) {
        self.path = path
        let bytes = try FileBytes.read(path)
        let root: MessagePackValue
        do {
            root = try MessagePackReader.read(bytes[...])
        } catch {
            throw .malformed(path: path, problem: error.problem)
        }
        guard let nodes = root["nodes"]?.list, let parameters = root["params"]?.list,
            let attributes = root["attrs"]?.list,
            nodes.count == parameters.count, nodes.count == attributes.count
        else { throw .malformed(path: path, problem: "it has no equal lists nodes, params and attrs") }
        var layers: [ModelLayer] = []
        layers.reserveCapacity(nodes.count)
        for number in nodes.indices {
            guard let name = nodes[number]["name"]?.string else {
                throw .malformed(path: path, problem: "layer \(number) has no name")
            }
            var arrays: [String: FloatArray] = [:]
            for (key, value) in parameters[number].table ?? [] {
                guard let key = key.string else { continue }
                if value.isNone { continue }
                arrays[key] = try Self.array(value, path: path, what: "\(name).\(key)")
            }
            var settings: [String: MessagePackValue] = [:]
            for (key, value) in attributes[number].table ?? [] {
                guard let key = key.string else { continue }
                settings[key] = try Self.attribute(value, path: path, what: "\(name).\(key)")
            }
            layers.append(ModelLayer(name: name, arrays: arrays, attributes: settings))
        }
        self.layers = layers
    }

    /// The layers of a kind, in the file's order.
    func layers(named name: String) -> [ModelLayer] { layers.filter { $0.name == name } }

    /// A parameter that must be there with this many dimensions.
    func array(_ layer: ModelLayer, _ key: String, dimensions: Int) throws(LanguageError) -> FloatArray {
        guard let array = layer.arrays[key], array.shape.count == dimensions else {
            throw .malformed(path: path, problem: "layer \(layer.name) has no \(key) of \(dimensions) dimensions")
        }
        return array
    }

    /// A parameter that must be there with exactly this shape.
    func array(_ layer: ModelLayer, _ key: String, shape: [Int]) throws(LanguageError) -> [Float] {
        let array = try array(layer, key, dimensions: shape.count)
        guard array.shape == shape else {
            throw .malformed(path: path, problem: "layer \(layer.name): \(key) has shape \(array.shape), not \(shape)")
        }
        return array.values
    }

    private static func attribute(
        _ value: MessagePackValue, path: String, what: String
    ) throws(LanguageError) -> MessagePackValue {
        guard case .binary(let packed) = value else { return value }
        do {
            return try MessagePackReader.read(packed)
        } catch {
            throw .malformed(path: path, problem: "\(what): \(error.problem)")
        }
    }

    /// The form of msgpack-numpy: {nd, type, shape, data}.
    private static func array(
        _ value: MessagePackValue, path: String, what: String
    ) throws(LanguageError) -> FloatArray {
        guard value["type"]?.string == "<f4", let sizes = value["shape"]?.list, let data = value["data"]?.bytes else {
            throw .malformed(path: path, problem: "\(what) is not an array of 32-bit floats")
        }
        var shape: [Int] = []
        var count = 1
        for size in sizes {
            guard let size = size.int, size > 0, size <= data.count else {
                throw .malformed(path: path, problem: "\(what) has an impossible shape")
            }
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard !overflow else { throw .malformed(path: path, problem: "\(what) has an impossible shape") }
            count = product
            shape.append(size)
        }
        guard data.count % 4 == 0, data.count / 4 == count else {
            throw .malformed(path: path, problem: "\(what) has \(data.count) bytes for \(count) floats")
        }
        var finite = true
        let values = data.withUnsafeBytes { raw in
            [Float](unsafeUninitializedCapacity: count) { buffer, filled in
                for i in 0..<count {
                    let bits = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: i * 4, as: UInt32.self))
                    buffer[i] = Float(bitPattern: bits)
                    if bits & 0x7f80_0000 == 0x7f80_0000 { finite = false }
                }
                filled = count
            }
        }
        guard finite else { throw .malformed(path: path, problem: "\(what) has a value that is not a number") }
        return FloatArray(shape: shape, values: values)
    }
}
