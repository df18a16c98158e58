package juesuan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {

    @ParameterizedTest
    @ValueSource(strings = {"national", "guangdong"})
    void bundledPacksAreRight(String id) {
        Pack pack = Pack.load(new PackFiles(Optional.empty()), id, 2023);
        assertThat(pack.tableNumbers()).as("every pack prints nine tables").hasSize(9);
    }
}
