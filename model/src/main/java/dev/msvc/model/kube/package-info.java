/** Objects of Kubernetes as data, and the manifests that ask for them. */
@NullMarked
package dev.msvc.model.kube;

import org.jspecify.annotations.NullMarked;
